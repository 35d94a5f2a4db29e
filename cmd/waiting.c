/*
 * Threads that wait sleep, and leave the processor to others: by default those of libgomp first spin for milliseconds, which was a
 * twelfth of the processor time of a run. libgomp takes its policy only from the environment and reads it before main; what stands in
 * .preinit_array runs before the beginnings of all libraries (System V ABI, gabi 4.1 chapter 5). A policy that the user has set stays.
 */
#include <stdlib.h>

#if defined __ELF__ && defined __GLIBC__ && !defined __clang__
static void wait_asleep(void)
{
    setenv("OMP_WAIT_POLICY", "passive", 0);
}

__attribute__((section(".preinit_array"), used)) static void (*const before_libraries)(void) = wait_asleep;
#else
typedef int not_here; /* the OpenMP of clang sleeps after 200 ms; a file must declare something */
#endif
