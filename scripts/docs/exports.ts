import { resolve } from 'node:path';
import * as ts from 'typescript';

const BUILT = resolve(__dirname, '../../dist/lib');

/** What a subpath exports, each with its docstring and its declaration, from the types that the compiler has written. */
export function exportsOf(folder: string): string {
  const file = resolve(BUILT, folder, 'index.d.ts');
  const program = ts.createProgram([file], { skipLibCheck: true, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`'${file}' is missing: run 'npm run build:lib'`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => (symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((symbol) => sectionOf(symbol, checker))
    .join('\n\n');
}

function sectionOf(symbol: ts.Symbol, checker: ts.TypeChecker): string {
  const says = ts.displayPartsToString(symbol.getDocumentationComment(checker)).replaceAll('\n', ' ').trim();
  const declarations = (symbol.declarations ?? []).map(textOf);
  return [`### ${symbol.name}`, ...(says === '' ? [] : [says]), `\`\`\`ts\n${declarations.join('\n')}\n\`\`\``].join(
    '\n\n',
  );
}

/** A declaration without its own docstring; those of its members stay. */
function textOf(declaration: ts.Declaration): string {
  const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
  return statement.getText().replace(/^export (?:declare )?/, '');
}
