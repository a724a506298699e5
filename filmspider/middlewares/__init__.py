"""What stands between the spider and a site: politeness, safety, the archive. One class a file."""
