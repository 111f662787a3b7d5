import { labelValue, qualifiedName } from '../names';
import type { Report } from '../report';
import type { Toleration } from '../structure/generated/types';

const EFFECTS = ['NoExecute', 'NoSchedule', 'PreferNoSchedule'];

/** Source: core/validation ValidateTolerations; a value that does not fit has the path of the operator. */
export function validateTolerations(tolerations: readonly Toleration[], path: string, report: Report): void {
  tolerations.forEach(({ key = '', operator = '', value = '', effect = '', tolerationSeconds }, index) => {
    const at = `${path}[${index}]`;
    if (key !== '') report.invalidFor(`${at}.key`, key, qualifiedName(key));
    else if (operator !== 'Exists')
      report.invalid(`${at}.operator`, operator, 'must be "Exists" where there is no key');
    if (tolerationSeconds !== undefined && effect !== 'NoExecute')
      report.invalid(`${at}.effect`, effect, 'must be "NoExecute" where tolerationSeconds is set');
    validateOperator(operator, value, at, report);
    if (effect !== '') report.oneOf(`${at}.effect`, effect, EFFECTS);
  });
}

function validateOperator(operator: string, value: string, path: string, report: Report): void {
  if (operator === '' || operator === 'Equal') report.invalidFor(`${path}.operator`, value, labelValue(value));
  else if (operator === 'Exists') {
    if (value !== '') report.invalid(`${path}.operator`, value, 'there must be no value with operator Exists');
  } else if (report.has('TaintTolerationComparisonOperators') && (operator === 'Lt' || operator === 'Gt')) {
    if (!/^(0|-?[1-9]\d*)$/.test(value)) report.invalid(`${path}.value`, value, 'must be a whole number');
  } else report.notSupported(`${path}.operator`, operator, ['Equal', 'Exists']);
}
