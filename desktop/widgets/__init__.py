"""Small widgets that know no task."""
