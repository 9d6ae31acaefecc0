/** Small reports of every format, in the shapes that real tools write; the fuzz runs start from them. */
export const REPORT_SAMPLES: readonly unknown[] = [
  {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'CodeQL',
            semanticVersion: '2.20.0',
            rules: [
              {
                id: 'js/sql-injection',
                name: 'js/sql-injection',
                shortDescription: { text: 'Database query built from user-controlled sources' },
                defaultConfiguration: { level: 'error' },
                properties: {
                  tags: ['security', 'external/cwe/cwe-089'],
                  precision: 'high',
                  'security-severity': '8.8',
                },
              },
            ],
          },
          extensions: [{ name: 'pack', rules: [{ id: 'other' }] }],
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///project/' } },
        artifacts: [{ location: { uri: 'src/a.js', uriBaseId: '%SRCROOT%', index: 0 } }],
        results: [
          {
            ruleId: 'js/sql-injection',
            ruleIndex: 0,
            rule: { id: 'js/sql-injection', index: 0 },
            message: { text: 'This query depends on a user-provided value.' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'src/a.js', uriBaseId: '%SRCROOT%', index: 0 },
                  region: { startLine: 3, startColumn: 1, endColumn: 7 },
                },
              },
            ],
            partialFingerprints: { primaryLocationLineHash: 'abc:1' },
            codeFlows: [
              {
                threadFlows: [
                  {
                    locations: [
                      {
                        location: {
                          physicalLocation: {
                            artifactLocation: { uri: 'src/a.js' },
                            region: { startLine: 2 },
                          },
                          message: { text: 'source' },
                        },
                      },
                    ],
                  },
                ],
              },
            ],
            fixes: [
              {
                artifactChanges: [
                  {
                    artifactLocation: { uri: 'src/a.js' },
                    replacements: [
                      {
                        deletedRegion: { startLine: 3, startColumn: 1, endColumn: 3 },
                        insertedContent: { text: 'q' },
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
  {
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'gitleaks',
            rules: [{ id: 'generic-api-key', shortDescription: { text: 'Generic API Key' } }],
          },
        },
        results: [
          {
            ruleId: 'generic-api-key',
            message: { text: 'generic-api-key has detected secret' },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: 'config.py' },
                  region: {
                    startLine: 4,
                    startColumn: 2,
                    endLine: 4,
                    endColumn: 8,
                    snippet: { text: 'import x' },
                  },
                },
              },
            ],
            suppressions: [{ kind: 'inSource', justification: 'test data' }],
          },
        ],
        invocations: [
          {
            executionSuccessful: false,
            toolExecutionNotifications: [{ level: 'error', message: { text: 'gave up' } }],
          },
        ],
      },
    ],
  },
  {
    version: '1.172.0',
    results: [
      {
        check_id: 'rules.eval',
        path: 'web/app.js',
        start: { line: 2, col: 1, offset: 9 },
        end: { line: 2, col: 8, offset: 16 },
        extra: {
          message: 'Input is evaluated.',
          metadata: { cwe: ['CWE-95: Eval injection'], owasp: ['A05:2025'], confidence: 'HIGH' },
          severity: 'ERROR',
          fingerprint: 'requires login',
          lines: 'requires login',
          fix: 'safe()',
          dataflow_trace: {
            taint_source: [
              'CliLoc',
              [
                {
                  path: 'web/app.js',
                  start: { line: 1, col: 1, offset: 0 },
                  end: { line: 1, col: 6, offset: 5 },
                },
                'import',
              ],
            ],
            intermediate_vars: [],
            taint_sink: [
              'CliLoc',
              [
                {
                  path: 'web/app.js',
                  start: { line: 2, col: 1, offset: 9 },
                  end: { line: 2, col: 6, offset: 14 },
                },
                'import',
              ],
            ],
          },
          engine_kind: 'OSS',
        },
      },
    ],
    errors: [{ code: 3, level: 'warn', type: ['PartialParsing', []], message: 'odd', path: 'web/b.js' }],
    paths: { scanned: ['web/app.js'] },
    skipped_rules: [],
  },
  {
    errors: [{ filename: 'bad.py', reason: 'syntax error while parsing AST from file' }],
    generated_at: '2026-11-01T00:00:00Z',
    metrics: { _totals: { loc: 10 } },
    results: [
      {
        code: '4 import x\n5 import x\n',
        col_offset: 0,
        end_col_offset: 6,
        filename: 'app/app.py',
        issue_confidence: 'HIGH',
        issue_cwe: { id: 502, link: 'https://cwe.mitre.org/data/definitions/502.html' },
        issue_severity: 'MEDIUM',
        issue_text: 'Use of unsafe yaml load.',
        line_number: 5,
        line_range: [5],
        test_id: 'B506',
        test_name: 'yaml_load',
      },
    ],
  },
]
