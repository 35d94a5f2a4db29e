/* The end of a run that gets no more memory. */
#ifndef EFFCHECK_MEMORY_H
#define EFFCHECK_MEMORY_H

/* Says so and ends the program with status 4; never returns. What is being written has no name yet, what has one is whole. */
_Noreturn void out_of_memory(void);

#endif
