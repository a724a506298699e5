"""What becomes of a record after it was read, in this order: check, deduplicate, write."""
