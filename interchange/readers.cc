#include "interchange/readers.h"
