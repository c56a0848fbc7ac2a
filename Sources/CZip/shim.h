// libzip reads the packages that workbooks are.
#include <zip.h>
