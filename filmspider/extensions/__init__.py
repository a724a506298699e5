"""What a run needs besides reading pages: its output folder, its manifest, its progress bar."""
