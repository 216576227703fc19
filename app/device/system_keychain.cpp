// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/device/system_keychain.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QFileInfo>
#include <QSemaphore>
#include <QThread>

#include <qt6keychain/keychain.h>

#include <atomic>
#include <memory>

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

/// The one thread that QtKeychain works in: it needs an event loop, which the thread of the store does not have, and
/// it remembers the thread of its first job for good.
class JobThread final : public QThread
{
public:
    JobThread()
    {
        m_place.moveToThread(this);
        start();
    }
    ~JobThread() override
    {
        quit();
        wait();
    }
    [[nodiscard]] QObject *place() { return &m_place; }

private:
    QObject m_place;
};

/// Held by both sides: a job that comes too late finds it still.
struct Outcome {
    QSemaphore ended;
    QKeychain::Error error = QKeychain::OtherError;
    QString problem = QCoreApplication::translate("crema::SystemKeychain", "it does not answer");
    QString secret;
};

QString secretOf(const QKeychain::Job *job)
{
    const auto *read = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
    return read ? read->textData() : QString();
}

/// Runs a job that `make` makes to its end. Answers the secret of one that reads.
template<class Make>
Result<QString> runJob(const QString &entry, Make make)
{
    static JobThread thread;
    const auto outcome = std::make_shared<Outcome>();
    QMetaObject::invokeMethod(thread.place(), [outcome, entry, make] {
        QKeychain::Job *job = make();
        job->setAutoDelete(false); // QtKeychain looks at it once more, later; a program has a handful of them
        job->setParent(thread.place());
        job->setInsecureFallback(false);
        job->setKey(entry);
        QObject::connect(job, &QKeychain::Job::finished, job, [outcome](QKeychain::Job *done) {
            outcome->error = done->error();
            outcome->problem = done->errorString();
            outcome->secret = secretOf(done);
            outcome->ended.release();
        });
        job->start();
    });
    const bool hasEnded = outcome->ended.tryAcquire(1, jobTimeoutMs);
    if (hasEnded && outcome->error == QKeychain::NoError)
        return outcome->secret;
    if (hasEnded && outcome->error == QKeychain::EntryNotFound)
        return failure(ProblemKind::Device, QStringLiteral("keychain.missing"),
                       Texts::tr("The keychain of this computer does not have the key of this device."),
                       Texts::tr("Unlock the keychain of the person who set this device up, and start again."));
    const QString problem = hasEnded ? outcome->problem : Outcome().problem;
    return failure(ProblemKind::Device, QStringLiteral("keychain.failed"),
                   Texts::tr("The keychain of this computer could not be used: %1.").arg(problem),
                   Texts::tr("Unlock the keychain of the person who set this device up, and start again."));
}

} // namespace

bool SystemKeychain::isOpen()
{
    return findOpen();
}

Result<QByteArray> SystemKeychain::read(const QString &entry)
{
    const Result<QString> text = runJob(entry, [] { return new QKeychain::ReadPasswordJob(service()); });
    return text ? Result<QByteArray>(QByteArray::fromBase64(text->toLatin1())) : failure(text.error());
}

Result<void> SystemKeychain::write(const QString &entry, const QByteArray &secret)
{
    // As text: not every service keeps zeros in between.
    const QString text = QString::fromLatin1(secret.toBase64());
    const Result<QString> done = runJob(entry, [text] {
        auto *job = new QKeychain::WritePasswordJob(service());
        job->setTextData(text);
        return job;
    });
    return done ? Result<void>() : failure(done.error());
}

void SystemKeychain::remove(const QString &entry)
{
    [[maybe_unused]] const Result<QString> done =
        runJob(entry, [] { return new QKeychain::DeletePasswordJob(service()); });
}

} // namespace crema
