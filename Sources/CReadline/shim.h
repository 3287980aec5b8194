// SPDX-License-Identifier: GPL-3.0-or-later

#ifndef MEND_CREADLINE_SHIM_H
#define MEND_CREADLINE_SHIM_H

#if !__has_include(<readline/readline.h>) || !__has_include(<readline/history.h>)
#error "GNU Readline's headers are missing; install them with: apt-get install libreadline-dev"
#else

// Readline's headers use FILE without declaring it.
#include <stdio.h>

#include <readline/readline.h>
#include <readline/history.h>

#endif

#endif
