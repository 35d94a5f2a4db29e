/*
 * sandbox.h - the program gives up what it does not need before it opens the first file of a stranger.
 *
 * Afterwards files can be made, written, renamed and removed beside the outputs only; no other program can be started and no network
 * reached (TCP). Reading stays as it was. Linux: Landlock, linux/Documentation/userspace-api/landlock.rst; each version of the kernel
 * knows some more of it. Where there is none nothing changes: it is a second wall, not the first.
 */
#ifndef EFFCHECK_SANDBOX_H
#define EFFCHECK_SANDBOX_H

#include "effcheck/str.h"

/* What the system keeps from the process from now on, and from all threads that it starts later. */
enum sandbox_strength {
    SANDBOX_NONE,  /* nothing: the system has no such thing, or something went wrong */
    SANDBOX_FILES, /* files and programs */
    SANDBOX_NET,   /* and TCP */
};

/* `outputs`: files or folders (NUL behind) that will be written, there or not yet. Each opens the folder that it lies in; one that is
 * neither file nor folder (a device, a pipe) opens itself alone. Cannot be taken back. */
enum sandbox_strength sandbox_enter(const struct str *outputs, size_t n);

#endif
