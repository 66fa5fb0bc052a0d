#include "model/freeze.h"

#include "base/try.h"

ims_status imsi_builder_finish(imsi_builder *builder, ims_model **model)
{
  IMS_TRY(imsi_freeze_units(builder));
  IMS_TRY(imsi_freeze_rows(builder));
  IMS_TRY(imsi_freeze_reviews(builder));
  IMS_TRY(imsi_freeze_catalogue(builder));
  IMS_TRY(imsi_freeze_extras(builder));
  if (builder->reporter->errors)
    return IMS_INVALID;
  builder->model->progress = builder->reporter->progress;
  *model = builder->model;
  builder->model = NULL;
  return IMS_OK;
}
