"""Prints the names of the API that had to be changed for Python: jsii appends an underscore to a reserved word."""

import inspect

import cdk8s_lifecycle

for class_name, each in inspect.getmembers(cdk8s_lifecycle, inspect.isclass):
    names = [*vars(each), *inspect.signature(each.__init__).parameters]
    for name in names:
        if name.endswith("_") and not name.startswith("_"):
            print(f"{class_name}.{name}")
