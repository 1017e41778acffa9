/** Attributes by their canonical name (`fs:fs`, `xml:lang`, `state`), whatever prefix the file gives them. */
import type { XmlAttribute } from '../../shared/xml/scanner.ts';
import { attributeName } from '../../shared/rules/attributes.ts';
import type { Run } from '../../shared/rules/model.ts';
import type { RuleNode } from '../../shared/rules/node.ts';

export function attributeOf(node: RuleNode, name: string, run: Run): XmlAttribute | undefined {
  return node.attributes.find((each) => attributeName(each, run.rules) === name);
}
