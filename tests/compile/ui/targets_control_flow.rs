//! What a target loses in a branch, in a loop or in an arm is lost as well.

use message_card::card;

fn main() {
    let (failed, hosts) = (true, ["a", "b"]);
    let _ = card! {
        <card targets="dingtalk">
            if failed {
                <action><button key="rollback">"回滚"</button></action> // error
            } else if hosts.is_empty() {
                <img store_key="a"/> // error
            } else {
                <img store_key="b" alt="CPU 曲线"/>
            }
            for host in hosts {
                <action>
                    if failed {
                        <button key="restart:{host}">"重启 {host}"</button> // error
                    }
                </action>
            }
            match hosts.len() {
                0 => <img store_key="c"/>, // error
                _ => { <hr/> }
            }
        </card>
    };
}
