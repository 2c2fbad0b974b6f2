#include "graph/dates.h"
