"""What the user has chosen, drawn from the settings themselves; what IT has fixed is shown as fixed."""
