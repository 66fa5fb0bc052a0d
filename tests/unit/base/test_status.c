#include "ims/status.h"

#include <criterion/criterion.h>
#include <stdio.h>

Test(status, every_status_has_a_text_of_its_own)
{
  for (int i = IMS_OK; i <= IMS_NOMEM; i++) {
    const char *text = ims_status_text((ims_status)i);
    cr_assert_not_null(text, "status %d", i);
    cr_expect_str_not_empty(text, "status %d", i);
    for (int k = IMS_OK; k < i; k++)
      cr_expect_str_neq(text, ims_status_text((ims_status)k));
  }
}

Test(status, ok_is_zero)
{
  cr_expect_eq((int)IMS_OK, 0);
}

Test(status, the_version_is_three_numbers)
{
  unsigned major, minor, patch;
  char rest;
  cr_expect_eq(sscanf(ims_version(), "%u.%u.%u%c", &major, &minor, &patch, &rest), 3, "version '%s'", ims_version());
}
