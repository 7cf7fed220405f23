@rem The scripts of package.json begin with exec, so that what stops npm reaches the program itself and
@rem no shell waits in between. Windows has no exec and needs none: this runs what follows it.
@%*
