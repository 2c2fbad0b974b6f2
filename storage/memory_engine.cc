#include "storage/engine.h"
