// expat reads the XML of workbooks, part by part, without holding it.
#include <expat.h>
