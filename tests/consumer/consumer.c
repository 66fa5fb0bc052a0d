/* The smallest program that uses the installed library: headers, data list and symbols are all there. */
#include <ims/diag.h>
#include <ims/relation.h>
#include <ims/table.h>

#include <stdio.h>

int main(void)
{
  return puts(ims_version()) < 0 || !ims_diag_code(IMS_DIAG_CANNOT_OPEN);
}
