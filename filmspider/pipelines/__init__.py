"""What becomes of a record after it was read, in this order: admit (other projects' spiders), deduplicate, write."""
