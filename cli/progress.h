/** A line on standard error that says what is being done, if it takes longer than a second. */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "option.h"

#include <stdio.h>

/** From now on work is shown, if standard error is a terminal that can take a line back, and nobody asked for quiet. */
void progress_begin(const settings *given);

/** Who the library is to tell; nobody if nothing is shown. */
ims_observer progress_told(void);

/** A sink to `stream` that shows how much was written. One at a time. */
ims_sink progress_sink(FILE *stream);

/** Takes the line back, because something else is to be written; it may come again. */
void progress_hide(void);

/** The same for good. */
void progress_end(void);

#endif
