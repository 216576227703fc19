// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/session.h"

#include <QCoreApplication>
#include <QFile>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::Session)
};

constexpr qint64 secretLimit = 4096;

QString withoutLineEnd(QByteArray bytes)
{
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return QString::fromUtf8(bytes);
}

} // namespace

Session::Session(const Grammar &grammar, Invocation invocation, CommandEnvironment &environment)
    : m_grammar(grammar), m_invocation(std::move(invocation)), m_environment(environment)
{}

QCoro::Task<Result<presenters::Services *>> Session::services(StoreAccess access) const
{
    return m_environment.openServices(access);
}

void Session::say(const QString &line) const
{
    if (!m_invocation.has(u"quiet"))
        m_environment.writeError(line.toUtf8() + '\n');
}

void Session::showProgress(const QString &text)
{
    if (m_invocation.has(u"quiet"))
        return;
    m_progressShown = true;
    m_environment.writeError('\r' + text.toUtf8());
}

void Session::endProgress()
{
    if (m_progressShown)
        m_environment.writeError("\r" + QByteArray(m_environment.columns - 1, ' ') + '\r');
    m_progressShown = false;
}

bool Session::mayAsk() const
{
    return m_environment.inputIsTerminal && !m_invocation.has(u"no-input");
}

Result<void> Session::confirm(const QString &question) const
{
    if (m_invocation.has(u"yes"))
        return {};
    if (!mayAsk())
        return failure(ProblemKind::Invalid, u"input.needs_yes"_s,
                       Texts::tr("This needs a yes, and nobody can be asked here."),
                       Texts::tr("Add --yes, or --dry-run to see what would be done."));
    if (m_environment.askYesNo(question))
        return {};
    return failure(ProblemKind::Failed, u"input.declined"_s, Texts::tr("Nothing was done: the answer was no."));
}

Result<QString> Session::secret(QStringView flag, const QString &variable, const QString &prompt) const
{
    if (const std::optional<QString> path = m_invocation.text(flag)) {
        const Result<QByteArray> bytes = readFile(*path, secretLimit);
        if (!bytes)
            return failure(bytes.error());
        const QString line = withoutLineEnd(*bytes);
        if (line.isEmpty())
            return failure(ProblemKind::Invalid, u"input.secret_missing"_s, Texts::tr("\"%1\" is empty.").arg(*path),
                           Texts::tr("Write the secret into it, on one line."));
        return line;
    }
    if (const QString value = m_environment.variable(variable); !value.isEmpty())
        return value;
    if (mayAsk())
        return m_environment.askSecret(prompt);
    return failure(ProblemKind::Invalid, u"input.secret_missing"_s,
                   Texts::tr("%1 is needed, and nobody can be asked here.").arg(prompt),
                   Texts::tr("Give --%1 FILE (\"-\" reads standard input), or set %2.").arg(flag, variable));
}

Result<QByteArray> Session::readFile(const QString &path, qint64 limit) const
{
    QFile file(path);
    QIODevice *device = path == u"-" ? m_environment.input : &file;
    if (device == &file && !file.open(QIODevice::ReadOnly))
        return failure(ProblemKind::NotFound, u"file.unreadable"_s,
                       Texts::tr("\"%1\" cannot be read: %2.").arg(path, file.errorString()),
                       Texts::tr("Check the path and that you may read the file."));
    if (!device)
        return failure(ProblemKind::Failed, u"file.unreadable"_s, Texts::tr("There is no standard input to read."),
                       Texts::tr("Give the file by its path instead of \"-\"."));
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray part = device->read(limit + 1 - bytes.size());
        if (part.isEmpty())
            return bytes;
        bytes += part;
    }
    return failure(ProblemKind::Invalid, u"file.too_large"_s,
                   Texts::tr("\"%1\" holds more than %2 bytes.").arg(path).arg(limit),
                   Texts::tr("Check that it is the right file."));
}

} // namespace crema::command
