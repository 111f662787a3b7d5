import { isEqual } from '../immutable';
import { defineKind } from '../kind';
import { validateMetadata } from '../metadata';
import { dnsSubdomain, pathSegment } from '../names';
import type { Report } from '../report';
import type { PolicyRule, Role, RoleBinding, Subject } from '../structure/generated/types';

const GROUP = 'rbac.authorization.k8s.io';

/** Source: rbac/validation ValidateRole. */
export const role = defineKind<Role>({
  default: (object) => object,
  validate: ({ metadata = {}, rules = [] }, report) => {
    validateMetadata(metadata, true, pathSegment, report);
    rules.forEach((rule, index) => {
      validateRule(rule, `rules[${index}]`, report);
    });
  },
});

function validateRule(rule: PolicyRule, path: string, report: Report): void {
  const { verbs = [], nonResourceURLs = [], apiGroups = [], resources = [], resourceNames = [] } = rule;
  if (verbs.length === 0) report.required(`${path}.verbs`, 'a rule needs at least one');
  if (nonResourceURLs.length > 0) {
    const at = `${path}.nonResourceURLs`;
    report.invalid(at, nonResourceURLs, 'must not be set in a Role: it is bound to a namespace');
    if (apiGroups.length + resources.length + resourceNames.length > 0)
      report.invalid(at, nonResourceURLs, 'must not be set beside resources');
    return;
  }
  if (apiGroups.length === 0) report.required(`${path}.apiGroups`, 'a rule needs at least one; "" is the core group');
  if (resources.length === 0) report.required(`${path}.resources`, 'a rule needs at least one');
}

/** Source: rbac/v1/defaults.go SetDefaults_RoleBinding, SetDefaults_Subject, rbac/validation ValidateRoleBinding. */
export const roleBinding = defineKind<RoleBinding>({
  default: (object) => ({
    ...object,
    roleRef: { ...object.roleRef, apiGroup: object.roleRef?.apiGroup || GROUP },
    subjects: object.subjects?.map((subject) => {
      const isPerson = subject.kind === 'User' || subject.kind === 'Group';
      return { ...subject, apiGroup: subject.apiGroup || (isPerson ? GROUP : '') };
    }),
  }),
  validate: ({ metadata = {}, roleRef = {}, subjects = [] }, report) => {
    validateMetadata(metadata, true, pathSegment, report);
    const { apiGroup, kind, name = '' } = roleRef;
    report.oneOf('roleRef.apiGroup', apiGroup, [GROUP]);
    report.oneOf('roleRef.kind', kind, ['ClusterRole', 'Role']);
    if (name === '') report.required('roleRef.name');
    else report.invalidFor('roleRef.name', name, pathSegment(name));
    subjects.forEach((subject, index) => {
      validateSubject(subject, `subjects[${index}]`, report);
    });
  },
  validateUpdate: ({ roleRef }, old, report) => {
    if (!isEqual(roleRef, old.roleRef))
      report.add(
        'Invalid',
        'roleRef',
        'is not as it was, and cannot be changed',
        'delete the RoleBinding and create it anew',
      );
  },
});

function validateSubject({ kind = '', name = '', apiGroup = '' }: Subject, path: string, report: Report): void {
  if (name === '') report.required(`${path}.name`);
  if (kind === 'ServiceAccount') {
    if (name !== '') report.invalidFor(`${path}.name`, name, dnsSubdomain(name));
    report.oneOf(`${path}.apiGroup`, apiGroup, ['']);
  } else if (kind === 'User' || kind === 'Group') report.oneOf(`${path}.apiGroup`, apiGroup, [GROUP]);
  else report.notSupported(`${path}.kind`, kind, ['Group', 'ServiceAccount', 'User']);
}
