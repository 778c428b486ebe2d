"""Tasks that are not data sets: environments, and how policies are trained in them."""
