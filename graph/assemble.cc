#include "graph/assemble.h"
