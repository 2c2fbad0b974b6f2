#include "graph/names.h"
