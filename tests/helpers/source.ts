import { readdirSync, readFileSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import ts from 'typescript';

/** The folder of the project. */
export const ROOT = resolve(import.meta.dirname, '../..');

const NOT_OURS = new Set(['node_modules', '.git', 'dist', 'coverage', 'package-lock.json']);

/** Every file of the project below this folder, as paths from the project's folder, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(resolve(ROOT, folder), { withFileTypes: true })
    .filter((entry) => !NOT_OURS.has(entry.name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The text of a file of the project. */
export function textOf(path: string): string {
  return readFileSync(resolve(ROOT, path), 'utf8');
}

/** One import, re-export, dynamic import or worker address in a source. */
export interface Import {
  /** A package name, or the path of the file from the project's folder. */
  readonly target: string;
  readonly isPackage: boolean;
  /** Leaves nothing behind in JavaScript. */
  readonly isTypeOnly: boolean;
}

/** Everything this source imports, in the order it stands there. */
export function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean): void => void found.push(resolved(path, specifier, isTypeOnly));
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, isTypeOnly(node.importClause));
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      add(node.argument.literal.text, true);
    } else if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const specifier = dynamicSpecifier(node);
      if (specifier !== null) add(specifier, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed(path, text));
  return found;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const names = clause.namedBindings;
  if (clause.name !== undefined || names === undefined || !ts.isNamedImports(names)) return false;
  return names.elements.length > 0 && names.elements.every((name) => name.isTypeOnly);
}

// import('…') and new URL('./worker.ts', import.meta.url)
function dynamicSpecifier(node: ts.CallExpression | ts.NewExpression): string | null {
  const first = node.arguments?.[0];
  if (first === undefined || !ts.isStringLiteralLike(first)) return null;
  if (node.expression.kind === ts.SyntaxKind.ImportKeyword) return first.text;
  if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && first.text.startsWith('.')) return first.text;
  return null;
}

function resolved(path: string, specifier: string, isTypeOnly: boolean): Import {
  const bare = specifier.replace(/\?.*$/, '');
  const isPackage = !bare.startsWith('.') && !bare.startsWith('/');
  if (isPackage) return { target: bare, isPackage, isTypeOnly };
  const target = bare.startsWith('/') ? bare.slice(1) : posix.normalize(posix.join(posix.dirname(path), bare));
  return { target, isPackage, isTypeOnly };
}

/** The source without its comments, so that a comment may name what the code must not use. */
export function withoutComments(path: string, text: string): string {
  return ts.createPrinter({ removeComments: true }).printFile(parsed(path, text));
}

function parsed(path: string, text: string): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
}
