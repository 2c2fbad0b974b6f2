#include "interchange/writers.h"
