#include "graph/kinds.h"
