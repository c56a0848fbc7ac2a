// SHA-256 from libmd, which every Debian system has: dpkg stands on it.
#include <sys/types.h>
#include <sha2.h>
