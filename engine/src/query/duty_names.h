/** Whether a document is called what a duty asks for. */
#ifndef IMSI_DUTY_NAMES_H
#define IMSI_DUTY_NAMES_H

#include "ims/register.h"

/**
 * `named` is true if the title of the document has most of the words of the duty that tell it from others, or if the
 * duty is alone of its kind in what is claimed and has the type of the document, such as Policy. The words of the
 * duties are English ones, and titles in other languages name none.
 *
 * @return IMS_OK or IMS_NOMEM. Cost: O(words of the duty * words of the title).
 */
ims_status imsi_duty_is_named(const ims_register *given, const ims_duty *duty, ims_entry document, bool alone,
                              bool *named);

#endif
