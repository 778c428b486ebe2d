"""Pages of the documentation that are made from the code while the site is built (``hooks.py``): the reference of
commands, files, environment and errors. Nothing of it is kept in the repository, so it cannot be out of date.
"""
