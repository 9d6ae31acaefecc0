import { expect, it } from 'vitest'
import { confidenceInPlace } from '../../../source/core/finding/confidence-in-place.js'

it('leaves code of the program as sure as its rule is', () => {
  for (const path of [
    'app.js',
    'source/routes/login.ts',
    'app/latest/contest.py',
    'app/attest.js',
    'src/inspect.ts',
    'src/main/java/Latest.java',
    'Contests/Pages.cs',
    'pkg/contest/run.go',
    'settings/production.py',
    'config/devices.py',
    '.env.production',
    'src/devices/index.ts',
    'src/toolsmith/run.ts',
    'app/mockingbird.js',
    'src/contest-results.js',
    'app/attestation.js',
    'src/testimonials.ts',
    'api/routes/test-connection.ts',
    'lib/mockup.js',
    'lib/contestData.ts',
    'lib/latestServer.ts',
    'src/webpack.ts',
    'lib/shop/cart.py',
    'libs/shop/requests/read.py',
    'app/ext/mail.py',
    'vendor/orders.ts',
    'lib/requests/send.js',
  ])
    expect(confidenceInPlace('high', path)).toBe('high')
})

it('is unsure of everything in tests', () => {
  for (const path of [
    'test/app.js',
    'lib/keyTestUtils.ts',
    'lib/testHelpers.js',
    'app/UserMock.tsx',
    'webpack.serve.config.js',
    'server/__tests__/login.ts',
    'source/login.test.tsx',
    'app/tests.py',
    'app/test_login.py',
    'login_test.py',
    'internal/auth_test.go',
    'spec/models/user_spec.rb',
    'Shop.Tests/docker-compose.yml',
    'Shop.UnitTests/Helpers/Data.cs',
    'src/com/shop/LoginServiceTest.java',
    'database/seeds/users.php',
    'settings/ci.py',
    'app/settings/local_dev.py',
    'config/environments/development.rb',
    '.env.example',
    '.env.development.local',
    'cypress/support/e2e.ts',
    '.ci/compose.yaml',
    'server/test-utils/app.ts',
    'packages/cloud/test-fixtures.skip.ts',
    'lib/mock-server.js',
    'src/user.fixtures.ts',
    'frontend/stories/login.js',
    '.storybook/main.ts',
    'tutorials/auth/index.js',
    'scripts/release.js',
    'build/vite/dev-server.js',
    'docker/healthcheck.js',
    'load-tests/run.js',
    'unittests/scans/data.json',
    'src/integrationTests/app.ts',
    'testsuite/web/server.py',
    'contrib/local-environment/realm.json',
    'features/step_definitions/login_steps.rb',
  ])
    expect(confidenceInPlace('high', path)).toBe('low')
})

it('is unsure of everything that is only shown', () => {
  expect(confidenceInPlace('high', 'examples/auth/index.js')).toBe('low')
  expect(confidenceInPlace('medium', 'docs/en/security.md')).toBe('low')
})

it('goes down one tier in tools, migrations and translations', () => {
  expect(confidenceInPlace('high', 'tools/release.py')).toBe('medium')
  expect(confidenceInPlace('high', 'vite.config.mjs')).toBe('medium')
  expect(confidenceInPlace('high', 'packages/prisma/seed.js')).toBe('medium')
  expect(confidenceInPlace('high', 'build/webpack.renderer.dev.ts')).toBe('medium')
  expect(confidenceInPlace('medium', 'README.md')).toBe('low')
  expect(confidenceInPlace('medium', 'document/postman/shop.json')).toBe('low')
  expect(confidenceInPlace('medium', 'server/migrations/v2-add-title.js')).toBe('low')
  expect(confidenceInPlace('medium', 'src/lang/de.json')).toBe('low')
  expect(confidenceInPlace('medium', 'imports/i18n/data/da.i18n.json')).toBe('low')
  expect(confidenceInPlace('low', 'tools/release.js')).toBe('low')
})

it('is unsure of libraries of Python that are carried along', () => {
  for (const path of [
    'lib/requests/sessions.py',
    'lib/beetsplug/spotify.py',
    'libs/six.py',
    'ext/urllib3/contrib/pyopenssl.py',
    'shop/_vendor/idna/core.py',
  ])
    expect(confidenceInPlace('high', path)).toBe('low')
})
