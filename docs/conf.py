"""How Sphinx makes the site from the pages in this folder: ``make docs-site``."""

from filmspider import __version__

project = "filmspider"
author = "The filmspider developers"
release = __version__

extensions = ["myst_parser", "sphinx_copybutton"]
exclude_patterns = ["_build"]
nitpicky = True
smartquotes = False

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True

html_theme = "furo"
html_title = f"filmspider {release}"
html_copy_source = False
html_show_copyright = False
html_show_sphinx = False
