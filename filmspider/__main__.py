"""``python -m filmspider`` does what the command ``filmspider`` does."""

from filmspider.cli import app

if __name__ == "__main__":
    app(prog_name="filmspider")
