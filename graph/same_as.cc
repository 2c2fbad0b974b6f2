#include "graph/same_as.h"
