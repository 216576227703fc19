// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_keychain.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <qt6keychain/keychain.h>

#include <atomic>

namespace crema {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::SystemKeychain)
};

constexpr int askTimeoutMs = 500;
constexpr int jobTimeoutMs = 10'000;

/// The service under which entries are kept; people see it in the keychain's own program.
QString service()
{
    return QStringLiteral("Crema");
}

/// Empty without a session: libraries would start a bus of their own then, and wait for it.
QString busAddress()
{
    const QString named = qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS");
    const QString socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + QStringLiteral("/bus");
    if (!named.isEmpty())
        return named;
    return QFileInfo::exists(socket) ? QStringLiteral("unix:path=") + socket : QString();
}

QVariant ask(const QDBusConnection &bus, const QDBusMessage &question)
{
    const QDBusMessage answer = bus.call(question, QDBus::Block, askTimeoutMs);
    return answer.type() == QDBusMessage::ReplyMessage ? answer.arguments().value(0) : QVariant();
}

/// Whether somebody has the name already; nobody is started for it.
bool isServed(const QDBusConnection &bus, const QString &name)
{
    QDBusMessage question =
        QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.DBus"), QStringLiteral("/org/freedesktop/DBus"),
                                       QStringLiteral("org.freedesktop.DBus"), QStringLiteral("NameHasOwner"));
    question.setArguments({name});
    return ask(bus, question).toBool();
}

/// The Secret Service with its default collection open, so that nobody is asked for a password in between.
bool hasOpenSecrets(const QDBusConnection &bus)
{
    const QString name = QStringLiteral("org.freedesktop.secrets");
    if (!isServed(bus, name))
        return false;
    QDBusMessage question =
        QDBusMessage::createMethodCall(name, QStringLiteral("/org/freedesktop/secrets/aliases/default"),
                                       QStringLiteral("org.freedesktop.DBus.Properties"), QStringLiteral("Get"));
    question.setArguments({QStringLiteral("org.freedesktop.Secret.Collection"), QStringLiteral("Locked")});
    const QVariant locked = qvariant_cast<QDBusVariant>(ask(bus, question)).variant();
    return locked.isValid() && !locked.toBool();
}

bool findOpen()
{
    const QString address = busAddress();
    if (qEnvironmentVariable("CREMA_KEYCHAIN") == QLatin1String("off") || address.isEmpty())
        return false;
    // A connection of its own: the shared one belongs to the thread of the window.
    static std::atomic<int> count = 0;
    const QString connection = QStringLiteral("crema-keychain-%1").arg(++count);
    bool open = false;
    {
        const QDBusConnection bus = QDBusConnection::connectToBus(address, connection);
        open = bus.isConnected() && (hasOpenSecrets(bus) || isServed(bus, QStringLiteral("org.kde.kwalletd5")));
    }
    QDBusConnection::disconnectFromBus(connection);
    return open;
}

/// Runs one job of QtKeychain to its end. It needs an event loop, which the thread of the store does not have.
template<class Job, class Prepare, class Done>
class JobThread final : public QThread
{
public:
    JobThread(const QString &entry, Prepare prepare, Done done) : m_entry(entry), m_prepare(prepare), m_done(done) {}

    [[nodiscard]] QKeychain::Error error() const { return m_error; }
    [[nodiscard]] const QString &text() const { return m_text; }

protected:
    void run() override
    {
        Job job(service());
        job.setAutoDelete(false);
        job.setInsecureFallback(false);
        job.setKey(m_entry);
        m_prepare(job);
        QObject::connect(&job, &QKeychain::Job::finished, &job, [&] {
            m_error = job.error();
            m_text = job.errorString();
            m_done(job);
            quit();
        });
        QTimer::singleShot(jobTimeoutMs, &job, [this] { quit(); });
        job.start();
        exec();
    }

private:
    QString m_entry;
    Prepare m_prepare;
    Done m_done;
    QKeychain::Error m_error = QKeychain::OtherError;
    QString m_text = QCoreApplication::translate("crema::SystemKeychain", "it does not answer");
};

template<class Job, class Prepare, class Done>
Result<void> runJob(const QString &entry, Prepare prepare, Done done)
{
    JobThread<Job, Prepare, Done> thread(entry, prepare, done);
    thread.start();
    thread.wait();
    if (thread.error() == QKeychain::NoError)
        return {};
    const bool missing = thread.error() == QKeychain::EntryNotFound;
    return failure(ProblemKind::Device,
                   missing ? QStringLiteral("keychain.missing") : QStringLiteral("keychain.failed"),
                   missing ? Texts::tr("The keychain of this computer does not have the key of this device.")
                           : Texts::tr("The keychain of this computer could not be used: %1.").arg(thread.text()),
                   Texts::tr("Unlock the keychain of the person who set this device up, and start again."));
}

} // namespace

bool SystemKeychain::isOpen()
{
    return findOpen();
}

Result<QByteArray> SystemKeychain::read(const QString &entry)
{
    QByteArray secret;
    const Result<void> done = runJob<QKeychain::ReadPasswordJob>(
        entry, [](QKeychain::ReadPasswordJob &) {},
        [&secret](QKeychain::ReadPasswordJob &job) { secret = QByteArray::fromBase64(job.textData().toLatin1()); });
    return done ? Result<QByteArray>(secret) : failure(done.error());
}

Result<void> SystemKeychain::write(const QString &entry, const QByteArray &secret)
{
    // As text: not every service keeps zeros in between.
    const QString text = QString::fromLatin1(secret.toBase64());
    return runJob<QKeychain::WritePasswordJob>(
        entry, [&text](QKeychain::WritePasswordJob &job) { job.setTextData(text); },
        [](QKeychain::WritePasswordJob &) {});
}

void SystemKeychain::remove(const QString &entry)
{
    [[maybe_unused]] const Result<void> done = runJob<QKeychain::DeletePasswordJob>(
        entry, [](QKeychain::DeletePasswordJob &) {}, [](QKeychain::DeletePasswordJob &) {});
}

} // namespace crema
