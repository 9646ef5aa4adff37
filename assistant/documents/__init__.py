"""From a file to a Document: values in ``document.py``, the door in ``read.py``, one module per format."""
