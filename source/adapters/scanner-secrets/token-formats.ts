import type { Confidence } from '../../core/finding/severity.js'

/** A token whose issuer gave it a shape that nothing else has. Formats are from the issuers' own documentation. */
export type TokenFormat = {
  readonly id: string
  /** Who issues it, for the message: "an AWS access key". */
  readonly what: string
  /** Lower-case text that must occur before the expression is tried. */
  readonly keyword: string
  /** Group 1 is the secret itself. Every expression is linear: one run of one character class. */
  readonly expression: RegExp
  /** Least Shannon entropy in bits per character; keeps `ghp_xxxxxxxx…` out. */
  readonly entropy: number
  /** How sure it is that a token of this form is a secret in use, where nothing around it says otherwise. */
  readonly confidence: Confidence
}

const token = (
  id: string,
  what: string,
  keyword: string,
  expression: RegExp,
  entropy = 3,
  confidence: Confidence = 'high',
): TokenFormat => ({
  id,
  what,
  keyword,
  expression,
  entropy,
  confidence,
})

/** Well-known token formats, most common first. */
export const TOKEN_FORMATS: readonly TokenFormat[] = [
  token('aws-access-key', 'an AWS access key id', 'akia', /\b((?:AKIA|ASIA)[A-Z2-7]{16})\b/g),
  token('github-token', 'a GitHub token', 'gh', /\b(gh[pousr]_[A-Za-z0-9]{36,251})\b/g),
  token('github-fine-grained-token', 'a GitHub token', 'github_pat_', /\b(github_pat_[A-Za-z0-9_]{82})\b/g),
  token('gitlab-token', 'a GitLab token', 'glpat-', /\b(glpat-[A-Za-z0-9_-]{20,64})/g),
  token('slack-token', 'a Slack token', 'xox', /\b(xox[abeoprs]-[A-Za-z0-9-]{20,200})/g),
  token(
    'slack-webhook',
    'a Slack webhook address',
    'hooks.slack.com',
    /(hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32})/g,
  ),
  token('stripe-key', 'a Stripe live key', '_live_', /\b((?:sk|rk)_live_[A-Za-z0-9]{20,247})\b/g),
  // Keys of maps and of apps in the browser are meant to be seen; which one this is, the text does not say.
  token(
    'google-api-key',
    'a Google API key',
    'aiza',
    /\b(AIza[A-Za-z0-9_-]{35})(?![A-Za-z0-9_-])/g,
    3,
    'low',
  ),
  token(
    'google-oauth-secret',
    'a Google OAuth client secret',
    'gocspx-',
    // Programs that people install carry theirs with them, which Google does not take for a secret.
    /\b(GOCSPX-[A-Za-z0-9_-]{28})(?![A-Za-z0-9_-])/g,
    3,
    'medium',
  ),
  token('npm-token', 'an npm token', 'npm_', /\b(npm_[A-Za-z0-9]{36})\b/g),
  token('pypi-token', 'a PyPI token', 'pypi-', /\b(pypi-AgEIcHlwaS5vcmc[A-Za-z0-9_-]{50,200})/g),
  token(
    'sendgrid-key',
    'a SendGrid key',
    'sg.',
    /\b(SG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43})(?![A-Za-z0-9_-])/g,
  ),
  token('twilio-key', 'a Twilio API key', 'sk', /\b(SK[0-9a-f]{32})\b/g, 3, 'medium'),
  token('mailgun-key', 'a Mailgun key', 'key-', /(?<![\w-])(key-[0-9a-f]{32})\b/g),
  token('mailchimp-key', 'a Mailchimp key', '-us', /\b([0-9a-f]{32}-us[0-9]{1,2})\b/g),
  token(
    'openai-key',
    'an OpenAI key',
    'sk-',
    /(?<![\w-])(sk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{40,180})(?![A-Za-z0-9_-])/g,
    3.5,
  ),
  token(
    'anthropic-key',
    'an Anthropic key',
    'sk-ant-',
    /\b(sk-ant-[A-Za-z0-9_-]{80,120})(?![A-Za-z0-9_-])/g,
    3.5,
  ),
  token('huggingface-token', 'a Hugging Face token', 'hf_', /\b(hf_[A-Za-z0-9]{34,40})\b/g),
  token('digitalocean-token', 'a DigitalOcean token', '_v1_', /\b(do[oprt]_v1_[0-9a-f]{64})\b/g),
  token('shopify-token', 'a Shopify token', 'shp', /\b(shp(?:at|ca|pa|ss)_[0-9a-fA-F]{32})\b/g),
  token('square-token', 'a Square token', 'sq0', /\b(sq0(?:atp|csp)-[A-Za-z0-9_-]{22,43})(?![A-Za-z0-9_-])/g),
  token(
    'telegram-token',
    'a Telegram bot token',
    ':aa',
    /\b([0-9]{8,10}:AA[A-Za-z0-9_-]{33})(?![A-Za-z0-9_-])/g,
  ),
  token(
    'discord-webhook',
    'a Discord webhook address',
    'discord',
    /(discord(?:app)?\.com\/api\/webhooks\/[0-9]{17,20}\/[A-Za-z0-9_-]{60,72})/g,
  ),
  token('azure-storage-key', 'an Azure storage key', 'accountkey=', /AccountKey=([A-Za-z0-9+/]{86}==)/g, 4),
  token('heroku-key', 'a Heroku key', 'hrku-', /\b(HRKU-[A-Za-z0-9_-]{58,62})(?![A-Za-z0-9_-])/g),
  token('linear-key', 'a Linear key', 'lin_api_', /\b(lin_api_[A-Za-z0-9]{40})\b/g),
  token('atlassian-token', 'an Atlassian token', 'atatt3', /\b(ATATT3[A-Za-z0-9_=-]{180,220})/g),
  token('databricks-token', 'a Databricks token', 'dapi', /\b(dapi[0-9a-f]{32})\b/g),
  token('doppler-token', 'a Doppler token', 'dp.', /\b(dp\.(?:pt|st|ct|sa)\.[A-Za-z0-9._-]{40,80})/g),
  token(
    'private-key',
    'a private key',
    'private key-----',
    /-----BEGIN (?:[A-Z]{2,9} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\n){0,4}([A-Za-z0-9+/=]{40,76})/g,
    3.5,
    // Most files that hold nothing else belong to a server of development.
    'medium',
  ),
  token(
    'json-web-token',
    'a signed token',
    'eyj',
    /\b(eyJ[A-Za-z0-9_-]{16,2000}\.eyJ[A-Za-z0-9_-]{16,4000}\.[A-Za-z0-9_-]{20,1000})/g,
    4,
    'low',
  ),
  token(
    'url-password',
    'a password in an address',
    '://',
    /\b[a-z][a-z0-9+.-]{2,20}:\/\/[A-Za-z0-9._~-]{1,64}:([^\s:@/'"<>{}$%*]{6,128})@(?!(?:[A-Za-z0-9-]+\.){0,4}(?:example\.[a-z]{2,6}|localhost|[A-Za-z0-9-]{1,60}\.(?:example|test))\b)[A-Za-z0-9.-]{3,253}/g,
    2.5,
  ),
]
