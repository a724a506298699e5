"""Worker processes: they read archived pages, and hand back what became of them."""
