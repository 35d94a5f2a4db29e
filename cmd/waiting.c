/*
 * Threads that have nothing to do sleep. Those of libgomp first look around for work, up to 3 ms each time: 5 % of the processor time of a
 * run with two threads. libgomp takes another policy only from the environment, which it reads before main. Linked in as an archive
 * (CMakeLists.txt) it does so behind this function: constructors that have a number come first (GCC manual, "Common Function Attributes").
 * Linked any other way, nothing changes. A policy that somebody has set stays.
 */
#include <stdlib.h>

__attribute__((constructor(101))) static void wait_asleep(void) /* 101: the first number that is not the compiler's own */
{
    static char policy[] = "OMP_WAIT_POLICY=passive";
    if (!getenv("OMP_WAIT_POLICY")) putenv(policy);
}
