#include "clinux.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/prctl.h>

int clinux_rename_noreplace(const char *from, const char *to) {
  return renameat2(AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0 ? 0 : errno;
}

int clinux_die_with_parent(int signal) {
  return prctl(PR_SET_PDEATHSIG, signal) == 0 ? 0 : errno;
}
