#include "extract/mentions.h"
