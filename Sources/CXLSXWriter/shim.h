// All that the module map needs of libxlsxwriter, and a file that lives in memory for it to write to: this version knows
// no buffer, and Swift's Glibc module does not show memfd_create.
#include <sys/types.h>
#include <xlsxwriter.h>

int memfd_create(const char *name, unsigned int flags);
