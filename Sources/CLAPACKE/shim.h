#include <lapacke.h>

// OpenBLAS's own: its header lies in another folder on every architecture.
void openblas_set_num_threads(int threads);
