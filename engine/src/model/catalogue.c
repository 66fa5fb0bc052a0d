#include "ims/catalogue.h"

#include "model/graph.h"

size_t ims_family_count(const ims_model *model)
{
  return model->families.count;
}

const ims_family *ims_family_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_family, &model->families, index);
}

size_t ims_basis_count(const ims_model *model)
{
  return model->bases.count;
}

const ims_basis *ims_basis_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_basis, &model->bases, index);
}

size_t ims_topic_count(const ims_model *model)
{
  return model->topics.count;
}

const ims_topic *ims_topic_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_topic, &model->topics, index);
}

size_t ims_profile_count(const ims_model *model)
{
  return model->profiles.count;
}

const ims_profile *ims_profile_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_profile, &model->profiles, index);
}

const ims_profile *ims_profile_find(const ims_model *model, const ims_edition *edition)
{
  for (size_t i = 0; i < ims_profile_count(model); i++)
    if (ims_profile_at(model, i)->edition == edition)
      return ims_profile_at(model, i);
  return NULL;
}

size_t ims_check_count(const ims_model *model)
{
  return model->checks.count;
}

const ims_check *ims_check_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_check, &model->checks, index);
}

size_t ims_audit_table_count(const ims_model *model)
{
  return model->audit_tables.count;
}

const ims_audit_table *ims_audit_table_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_audit_table, &model->audit_tables, index);
}

size_t ims_audit_rule_count(const ims_model *model)
{
  return model->audit_rules.count;
}

const ims_audit_rule *ims_audit_rule_at(const ims_model *model, size_t index)
{
  return &IMSI_AT(ims_audit_rule, &model->audit_rules, index);
}
