// GLPK ships no pkg-config file; this header is all that the module map needs.
#include <glpk.h>
