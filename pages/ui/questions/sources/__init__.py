"""Where figures come from and how scores are made: the parts of the page of sources and methods."""
