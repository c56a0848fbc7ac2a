// What Swift's Glibc module does not show of Linux.
#ifndef JETBD_CLINUX_H
#define JETBD_CLINUX_H

/// Exchanges or replaces a path in one step; returns 0, or the errno.
int clinux_rename_noreplace(const char *from, const char *to);

/// Ends this process with `signal` when its parent ends; returns 0, or the errno.
int clinux_die_with_parent(int signal);

#endif
