import type { Session } from '../core/session/session.js'
import { AskScreen } from './screens/ask/ask-screen.js'
import { CheckScreen } from './screens/check/check-screen.js'
import { EditScreen } from './screens/edit/edit-screen.js'
import { ExemptScreen } from './screens/exempt/exempt-screen.js'
import { FilesScreen } from './screens/files/files-screen.js'
import { FindingsScreen } from './screens/findings/findings-screen.js'
import { FixScreen } from './screens/fix/fix-screen.js'
import { HomeScreen } from './screens/home/home-screen.js'
import { KeysScreen } from './screens/keys/keys-screen.js'
import { LearnScreen } from './screens/learn/learn-screen.js'
import { MergeScreen } from './screens/merge/merge-screen.js'
import { PlacesScreen } from './screens/places/places-screen.js'
import { ProgressScreen } from './screens/progress/progress-screen.js'
import { QuizScreen } from './screens/quiz/quiz-screen.js'
import { RememberScreen } from './screens/remember/remember-screen.js'
import { RulesScreen } from './screens/rules/rules-screen.js'
import { ScanningScreen } from './screens/scanning/scanning-screen.js'
import { SeeScreen } from './screens/see/see-screen.js'
import { SetScreen } from './screens/set/set-screen.js'
import { SettingsScreen } from './screens/settings/settings-screen.js'
import { TargetsScreen } from './screens/targets/targets-screen.js'
import { TestsScreen } from './screens/tests/tests-screen.js'
import { UndoScreen } from './screens/undo/undo-screen.js'
import { VerifyScreen } from './screens/verify/verify-screen.js'
import { WelcomeScreen } from './screens/welcome/welcome-screen.js'

/** The screen a session is on; every variant of the union has its view here. */
export function ScreenView({ session }: { readonly session: Session }) {
  const { screen, visit } = session
  switch (screen.name) {
    case 'welcome':
      return <WelcomeScreen />
    case 'scanning':
      return <ScanningScreen />
    case 'home':
      return <HomeScreen cursor={screen.cursor} />
    case 'findings':
      return <FindingsScreen screen={screen} />
    case 'see':
      return visit && <SeeScreen visit={visit} scroll={screen.scroll} />
    case 'learn':
      return visit && <LearnScreen visit={visit} scroll={screen.scroll} />
    case 'check':
      return (
        visit?.check && (
          <CheckScreen
            check={visit.check}
            cursor={screen.cursor}
            picked={screen.picked}
            scroll={screen.scroll}
          />
        )
      )
    case 'fix':
      return <FixScreen screen={screen} />
    case 'verify':
      return <VerifyScreen screen={screen} />
    case 'ask':
      return <AskScreen screen={screen} />
    case 'edit':
      return visit && <EditScreen screen={screen} visit={visit} />
    case 'set':
      return <SetScreen screen={screen} />
    case 'undo':
      return <UndoScreen screen={screen} />
    case 'tests':
      return <TestsScreen screen={screen} />
    case 'remember':
      return <RememberScreen screen={screen} />
    case 'exempt':
      return <ExemptScreen screen={screen} />
    case 'rules':
      return <RulesScreen screen={screen} />
    case 'merge':
      return <MergeScreen screen={screen} />
    case 'places':
      return <PlacesScreen screen={screen} />
    case 'files':
      return <FilesScreen screen={screen} />
    case 'progress':
      return <ProgressScreen scroll={screen.scroll} />
    case 'settings':
      return <SettingsScreen screen={screen} />
    case 'targets':
      return <TargetsScreen screen={screen} />
    case 'keys':
      return <KeysScreen screen={screen} />
    case 'quiz':
      return <QuizScreen screen={screen} />
  }
}
