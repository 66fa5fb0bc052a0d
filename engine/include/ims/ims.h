/** Everything that libims offers. */
#ifndef IMS_IMS_H
#define IMS_IMS_H

#include "ims/blank.h"
#include "ims/catalogue.h"
#include "ims/cite.h"
#include "ims/diag.h"
#include "ims/diagram.h"
#include "ims/diff.h"
#include "ims/load.h"
#include "ims/model.h"
#include "ims/page.h"
#include "ims/progress.h"
#include "ims/register.h"
#include "ims/relation.h"
#include "ims/report.h"
#include "ims/review.h"
#include "ims/sink.h"
#include "ims/sql.h"
#include "ims/status.h"
#include "ims/table.h"
#include "ims/workbook.h"

#endif
